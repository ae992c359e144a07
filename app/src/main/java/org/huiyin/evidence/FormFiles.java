package org.huiyin.evidence;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.huiyin.frame.Page;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/** Takes the files of a form, so that none is lost when the form comes back: new ones in {@code photos}, earlier ones by id in {@code kept}. */
@Component
public class FormFiles {

    private final Attachments attachments;

    FormFiles(Attachments attachments) {
        this.attachments = attachments;
    }

    /** A form nobody has handed anything in with yet. */
    public HandedIn none() {
        return new HandedIn(List.of(), attachments.mostPerStep(), null);
    }

    public HandedIn take(Page page, HttpServletRequest request, HttpServletResponse response) {
        String[] named = request.getParameterValues("kept");
        List<String> earlier = named == null ? List.of() : Arrays.asList(named);
        MultipartHttpServletRequest multipart = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        List<Upload> fresh = multipart == null ? List.of() : Upload.of(multipart.getFiles("photos"));
        if (earlier.isEmpty() && fresh.isEmpty()) {
            return none();
        }
        Holder holder = Holders.of(page.reader(), request, response);
        return switch (attachments.take(holder, earlier, fresh)) {
            case Held.Kept(var kept) -> new HandedIn(kept, attachments.mostPerStep(), null);
            case Held.Refused(var why) ->
                new HandedIn(still(holder, earlier), attachments.mostPerStep(), why.sentence(page));
        };
    }

    private List<Attachment> still(Holder holder, List<String> earlier) {
        return switch (attachments.take(holder, earlier, List.of())) {
            case Held.Kept(var kept) -> kept;
            case Held.Refused refused -> List.of();
        };
    }
}
