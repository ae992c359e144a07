package org.huiyin.evidence;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.huiyin.api.Body;
import org.huiyin.api.Items;
import org.huiyin.frame.Page;
import org.huiyin.key.Scope;
import org.huiyin.key.Scoped;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is painted over in a picture, for programs that find faces and number plates. */
@RestController
@RequestMapping("/api/v1/attachments/{id}/blur")
class BlurApi {

    private final BlurPage pages;
    private final Blurs blurs;

    BlurApi(BlurPage pages, Blurs blurs) {
        this.pages = pages;
        this.blurs = blurs;
    }

    /** A part of a picture, in thousandths of it. */
    record BoxJson(int left, int top, int width, int height) {}

    /** All that is to be painted over, in the place of what was before; none shows the picture as it is. */
    record NewBoxes(List<BoxJson> boxes) {}

    @GetMapping
    @Scoped(Scope.MATTERS_READ)
    Items<BoxJson> boxes(@PathVariable String id, Page page, HttpServletRequest request) {
        Attachment picture = pages.picture(id, page, request);
        return Items.all(blurs.boxes(picture.id()).stream()
                .map(box -> new BoxJson(box.left(), box.top(), box.width(), box.height()))
                .toList());
    }

    @PostMapping
    @Scoped(Scope.MATTERS_STEP)
    Items<BoxJson> paint(@PathVariable String id, @Body NewBoxes wanted, Page page, HttpServletRequest request) {
        Attachment picture = pages.picture(id, page, request);
        if (wanted.boxes().size() > Box.MOST) {
            throw BlurPage.wrong();
        }
        blurs.put(picture, wanted.boxes().stream().map(BlurApi::box).toList(), page.reader());
        return boxes(id, page, request);
    }

    private static Box box(BoxJson wanted) {
        try {
            return new Box(wanted.left(), wanted.top(), wanted.width(), wanted.height());
        } catch (IllegalArgumentException e) {
            throw BlurPage.wrong();
        }
    }
}
