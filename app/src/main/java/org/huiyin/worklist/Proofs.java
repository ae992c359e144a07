package org.huiyin.worklist;

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
import org.huiyin.frame.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/** The files handed in with a step: those of this try and those kept from an earlier one. */
@Component
class Proofs {

    private final Attachments attachments;

    Proofs(Attachments attachments) {
        this.attachments = attachments;
    }

    /** What is kept now, and why the files of this try were refused; null when they were not. */
    record Taken(List<Attachment> kept, @Nullable String error) {

        List<String> ids() {
            return kept.stream().map(one -> one.id().toString()).toList();
        }
    }

    Taken take(Page page, HttpServletRequest request, HttpServletResponse response) {
        String[] named = request.getParameterValues("kept");
        List<String> earlier = named == null ? List.of() : Arrays.asList(named);
        MultipartHttpServletRequest multipart = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        List<Upload> fresh = multipart == null ? List.of() : Upload.of(multipart.getFiles("photos"));
        if (earlier.isEmpty() && fresh.isEmpty()) {
            return new Taken(List.of(), null);
        }
        Holder holder = Holders.of(page.reader(), request, response);
        return switch (attachments.take(holder, earlier, fresh)) {
            case Held.Kept(var kept) -> new Taken(kept, null);
            case Held.Refused(var why) -> new Taken(still(holder, earlier), why.sentence(page));
        };
    }

    private List<Attachment> still(Holder holder, List<String> earlier) {
        return switch (attachments.take(holder, earlier, List.of())) {
            case Held.Kept(var kept) -> kept;
            case Held.Refused refused -> List.of();
        };
    }
}
