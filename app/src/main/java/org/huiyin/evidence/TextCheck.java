package org.huiyin.evidence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.huiyin.evidence.UploadRefusal.Reason;

/** Plain text is UTF-8, or GB 18030 as older office machines write it, and holds no control characters but tabs and line ends. */
final class TextCheck {

    private static final Charset GB18030 = Charset.forName("GB18030");

    private TextCheck() {}

    static FileType check(Path file) throws IOException, Unacceptable {
        byte[] bytes = Files.readAllBytes(file);
        String text = decode(bytes, StandardCharsets.UTF_8)
                .or(() -> decode(bytes, GB18030))
                .orElseThrow(() -> new Unacceptable(Reason.TYPE_NOT_TAKEN));
        if (text.chars().anyMatch(TextCheck::control)) {
            throw new Unacceptable(Reason.TYPE_NOT_TAKEN);
        }
        return FileType.TEXT;
    }

    private static boolean control(int c) {
        return Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r' && c != '\f';
    }

    private static Optional<String> decode(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
