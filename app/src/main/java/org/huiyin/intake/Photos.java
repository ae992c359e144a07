package org.huiyin.intake;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.huiyin.evidence.Attachment;
import org.huiyin.evidence.Attachments;
import org.huiyin.evidence.Held;
import org.huiyin.evidence.Holder;
import org.huiyin.evidence.Holders;
import org.huiyin.evidence.Upload;
import org.huiyin.evidence.UploadRefusal.Reason;
import org.huiyin.frame.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/** The photos of a form: those of this time, and those kept from an earlier press of a button. */
@Component
class Photos {

    private final Attachments attachments;

    Photos(Attachments attachments) {
        this.attachments = attachments;
    }

    /**
     * What there is now.
     *
     * @param error why those of this time were refused; null when they were not
     */
    record Taken(List<Attachment> kept, @Nullable String error) {

        List<String> ids() {
            return kept.stream().map(one -> one.id().toString()).toList();
        }
    }

    int most() {
        return attachments.mostPerStep();
    }

    Taken take(Page page, HttpServletRequest request, HttpServletResponse response) {
        String[] named = request.getParameterValues("kept");
        List<String> earlier =
                named == null ? List.of() : Arrays.stream(named).distinct().toList();
        MultipartHttpServletRequest multipart = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        List<Upload> fresh = multipart == null ? List.of() : Upload.of(multipart.getFiles("photos"));
        if (earlier.isEmpty() && fresh.isEmpty()) {
            return new Taken(List.of(), null);
        }
        Holder holder = Holders.of(page.reader(), request, response);
        return switch (attachments.take(holder, earlier, fresh)) {
            case Held.Kept kept -> new Taken(kept.attachments(), null);
            case Held.Refused(var why) -> {
                String said = why.sentence(page);
                yield new Taken(why.reason() == Reason.GONE ? List.of() : still(holder, earlier), said);
            }
        };
    }

    private List<Attachment> still(Holder holder, List<String> earlier) {
        return switch (attachments.take(holder, earlier, List.of())) {
            case Held.Kept kept -> kept.attachments();
            case Held.Refused refused -> List.of();
        };
    }
}
