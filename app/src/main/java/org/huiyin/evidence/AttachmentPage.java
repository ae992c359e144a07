package org.huiyin.evidence;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.key.Scope;
import org.huiyin.key.Scoped;
import org.huiyin.org.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * Hands attachments out to those who may see them; to others they do not exist. Pictures are our own paintings and shown; documents are
 * strangers' files and only ever saved.
 */
@Controller
@Scoped(Scope.MATTERS_READ)
final class AttachmentPage {

    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final String POLICY = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox";

    private final Attachments attachments;
    private final Blurs blurs;
    private final List<MayRead> readers;
    private final Map<String, MayReadKept> keepers;

    AttachmentPage(
            Attachments attachments,
            Blurs blurs,
            ObjectProvider<MayRead> readers,
            ObjectProvider<MayReadKept> keepers) {
        this.attachments = attachments;
        this.blurs = blurs;
        this.readers = readers.orderedStream().toList();
        this.keepers = keepers.stream().collect(Collectors.toMap(MayReadKept::kind, Function.identity()));
    }

    @GetMapping({"/attachments/{id}", "/api/v1/attachments/{id}"})
    ResponseEntity<InputStreamResource> whole(@PathVariable String id, Actor actor, ServletWebRequest web)
            throws IOException {
        return send(visible(id, actor, web.getRequest()), Rendition.WHOLE, actor, web);
    }

    @GetMapping({"/attachments/{id}/preview", "/api/v1/attachments/{id}/preview"})
    ResponseEntity<InputStreamResource> preview(@PathVariable String id, Actor actor, ServletWebRequest web)
            throws IOException {
        return send(picture(id, actor, web.getRequest()), Rendition.PREVIEW, actor, web);
    }

    @GetMapping({"/attachments/{id}/thumb", "/api/v1/attachments/{id}/thumb"})
    ResponseEntity<InputStreamResource> thumb(@PathVariable String id, Actor actor, ServletWebRequest web)
            throws IOException {
        return send(picture(id, actor, web.getRequest()), Rendition.THUMB, actor, web);
    }

    private Attachment picture(String id, Actor actor, HttpServletRequest request) {
        Attachment found = visible(id, actor, request);
        if (!found.image()) {
            throw new ProblemException(Problem.of("not-found", 404));
        }
        return found;
    }

    private Attachment visible(String id, Actor actor, HttpServletRequest request) {
        return Attachments.id(id)
                .flatMap(attachments::find)
                .flatMap(found -> sight(found.id(), actor, request).show(found))
                .orElseThrow(() -> new ProblemException(Problem.of("not-found", 404)));
    }

    private Sight sight(UUID id, Actor actor, HttpServletRequest request) {
        if (attachments.held(id, Holders.known(actor, request)) || kept(id, actor)) {
            return Sight.WHOLE;
        }
        return attachments.uses(id).stream()
                .flatMap(use -> readers.stream().map(one -> one.sight(actor, request, use.matter(), use.step())))
                .max(Comparator.naturalOrder())
                .orElse(Sight.NOTHING);
    }

    private boolean kept(UUID id, Actor actor) {
        return actor.staff()
                && attachments.keepers(id).stream().anyMatch(keeper -> {
                    MayReadKept reader = keepers.get(keeper.kind());
                    return reader != null && reader.mayRead(actor, keeper.id());
                });
    }

    /** Who does not see it whole sees it with its boxes painted over, where somebody drew any. */
    private ResponseEntity<InputStreamResource> send(
            Attachment attachment, Rendition rendition, Actor actor, ServletWebRequest web) throws IOException {
        if (attachment.image() && sight(attachment.id(), actor, web.getRequest()) != Sight.WHOLE) {
            Optional<Blurs.Blurred> blurred = blurs.find(attachment.id(), rendition);
            if (blurred.isPresent()) {
                return ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .header("X-Content-Type-Options", "nosniff")
                        .header("Content-Security-Policy", POLICY)
                        .header("Content-Disposition", "inline; filename=\"" + attachment.id() + ".jpg\"")
                        .contentType(MediaType.parseMediaType(blurred.get().mediaType()))
                        .body(new InputStreamResource(
                                new ByteArrayInputStream(blurred.get().bytes())));
            }
        }
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(FRESH).cachePrivate())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", POLICY);
        if (web.checkNotModified("\"" + attachment.sha256() + rendition.suffix() + "\"")) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                    .cacheControl(CacheControl.maxAge(FRESH).cachePrivate())
                    .build();
        }
        ContentDisposition.Builder how =
                attachment.image() ? ContentDisposition.inline() : ContentDisposition.attachment();
        String disposition =
                how.filename(attachment.name(), StandardCharsets.UTF_8).build().toString();
        return answer.contentType(MediaType.parseMediaType(attachment.mediaType()))
                .contentLength(attachments.sizeBytes(attachment, rendition))
                .header("Content-Disposition", disposition)
                .body(new InputStreamResource(attachments.open(attachment, rendition)));
    }
}
