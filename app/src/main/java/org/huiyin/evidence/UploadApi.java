package org.huiyin.evidence;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.huiyin.frame.ProblemException;
import org.huiyin.key.Scope;
import org.huiyin.key.Scoped;
import org.huiyin.org.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Takes files before their step, from scripts and programs; the ids go into the step's evidence. */
@RestController
final class UploadApi {

    private final Attachments attachments;

    UploadApi(Attachments attachments) {
        this.attachments = attachments;
    }

    /** What a program is told of its uploads. */
    record Uploaded(List<Item> attachments) {

        record Item(UUID id, Attachment.Kind kind, String mediaType, String name, long sizeBytes, String address) {}

        static Uploaded of(List<Attachment> kept) {
            return new Uploaded(kept.stream()
                    .map(a -> new Item(a.id(), a.kind(), a.mediaType(), a.name(), a.sizeBytes(), a.address()))
                    .toList());
        }
    }

    /** Keeps every file of the request, whatever its part is called, or none. */
    @Scoped({Scope.MATTERS_RAISE, Scope.MATTERS_STEP})
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping(
            path = {"/attachments", "/api/v1/attachments"},
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Uploaded> upload(Actor actor, MultipartHttpServletRequest request, HttpServletResponse response) {
        List<MultipartFile> parts = request.getMultiFileMap().values().stream()
                .flatMap(Collection::stream)
                .toList();
        Holder holder = Holders.of(actor, request, response);
        return switch (attachments.take(holder, List.of(), Upload.of(parts))) {
            case Held.Kept kept -> ResponseEntity.status(201).body(Uploaded.of(kept.attachments()));
            case Held.Refused refused ->
                throw new ProblemException(refused.why().problem());
        };
    }
}
