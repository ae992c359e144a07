package org.huiyin.evidence;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.huiyin.org.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pictures with parts made unrecognisable, for everybody who does not see them whole. The original is never changed. */
@Component
class Blurs {

    private static final String BOXES = """
            select boxes from attachment_blur where attachment_id = :id
            """;
    private static final String WHOLE = """
            select boxes, media_type, whole from attachment_blur where attachment_id = :id
            """;
    private static final String PREVIEW = """
            select boxes, media_type, preview from attachment_blur where attachment_id = :id
            """;
    private static final String THUMB = """
            select boxes, media_type, thumb from attachment_blur where attachment_id = :id
            """;
    private static final String PUT = """
            insert into attachment_blur (attachment_id, boxes, media_type, whole, preview, thumb, account, unit, blurred_at)
            values (:id, :boxes, :type, :whole, :preview, :thumb, :account, :unit, :now)
            on conflict (attachment_id) do update set boxes = excluded.boxes, media_type = excluded.media_type, whole = excluded.whole,
              preview = excluded.preview, thumb = excluded.thumb, account = excluded.account, unit = excluded.unit,
              blurred_at = excluded.blurred_at
            """;
    private static final String REMOVE = """
            delete from attachment_blur where attachment_id = :id
            """;

    private static final Logger log = LoggerFactory.getLogger(Blurs.class);

    private final JdbcClient database;
    private final Attachments attachments;
    private final InstantSource clock;

    Blurs(JdbcClient database, Attachments attachments, InstantSource clock) {
        this.database = database;
        this.attachments = attachments;
        this.clock = clock;
    }

    /** A picture as it is shown with its boxes painted over. */
    record Blurred(String boxes, String mediaType, byte[] bytes) {}

    List<Box> boxes(UUID id) {
        return database.sql(BOXES)
                .param("id", id)
                .query(String.class)
                .optional()
                .map(Box::read)
                .orElse(List.of());
    }

    /** The picture painted over; empty when nobody asked for that. */
    Optional<Blurred> find(UUID id, Rendition rendition) {
        String sql = switch (rendition) {
            case WHOLE -> WHOLE;
            case PREVIEW -> PREVIEW;
            case THUMB -> THUMB;
        };
        return database.sql(sql)
                .param("id", id)
                .query((row, n) -> new Blurred(row.getString(1), row.getString(2), row.getBytes(3)))
                .optional();
    }

    /** Paints these boxes over, in the place of those before; without any, everybody sees the picture as it is again. */
    void put(Attachment picture, List<Box> boxes, Actor by) {
        if (boxes.isEmpty()) {
            database.sql(REMOVE).param("id", picture.id()).update();
        } else {
            BufferedImage whole = Box.over(decoded(picture), boxes);
            BufferedImage preview = Canvas.within(whole, Rendition.PREVIEW.longSide());
            database.sql(PUT)
                    .param("id", picture.id())
                    .param("boxes", Box.written(boxes))
                    .param("type", FileType.JPEG.mediaType())
                    .param("whole", encoded(whole))
                    .param("preview", encoded(preview))
                    .param("thumb", encoded(Canvas.within(preview, Rendition.THUMB.longSide())))
                    .param("account", by.account())
                    .param("unit", by.unit())
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        }
        log.info(
                "Account {} at post {} painted over {} parts of picture {}",
                by.account(),
                by.post(),
                boxes.size(),
                picture.id());
    }

    private BufferedImage decoded(Attachment picture) {
        try (InputStream in = attachments.open(picture, Rendition.WHOLE)) {
            BufferedImage decoded = ImageIO.read(in);
            if (decoded == null) {
                throw new IllegalStateException("Picture " + picture.id() + " cannot be decoded");
            }
            return decoded;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] encoded(BufferedImage image) {
        try {
            return Pictures.encode(image, FileType.JPEG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
