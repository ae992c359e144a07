package org.huiyin.evidence;

import java.util.List;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.InputStreamSource;
import org.springframework.web.multipart.MultipartFile;

/**
 * A file as it came in, unchecked.
 *
 * @param name as the sender calls it; anything
 */
public record Upload(String name, long sizeBytes, InputStreamSource content) {

    public static Upload of(String name, byte[] content) {
        return new Upload(name, content.length, new ByteArrayResource(content));
    }

    /** The files of a form. Browsers send an empty part without a name for an input left alone; that is no file. */
    public static List<Upload> of(List<MultipartFile> parts) {
        return parts.stream()
                .filter(p -> !(p.isEmpty() && nameOf(p).isEmpty()))
                .map(p -> new Upload(nameOf(p), p.getSize(), p))
                .toList();
    }

    private static String nameOf(MultipartFile part) {
        String name = part.getOriginalFilename();
        return name == null ? "" : name;
    }
}
