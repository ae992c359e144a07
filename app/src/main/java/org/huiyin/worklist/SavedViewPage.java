package org.huiyin.worklist;

import jakarta.servlet.http.HttpServletResponse;
import org.huiyin.frame.Page;
import org.huiyin.frame.Said;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Keeps and forgets lists under a name. */
@Controller
class SavedViewPage {

    private static final int LONGEST_NAME = 30;

    private final SavedViews views;

    SavedViewPage(SavedViews views) {
        this.views = views;
    }

    @PostMapping("/desk/views")
    ResponseEntity<Void> keep(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String from,
            Page page,
            HttpServletResponse response) {
        ListAddress address = ListAddress.parse(from);
        String clean = name.strip().replaceAll("\\p{Cntrl}", "");
        if (clean.isEmpty() || clean.codePointCount(0, clean.length()) > LONGEST_NAME) {
            Said.next(response, page.t("worklist.view.name-wrong", LONGEST_NAME));
        } else if (views.keep(page.reader().account(), clean, address.top().query())) {
            Said.next(response, page.t("worklist.view.kept", clean));
        } else {
            Said.next(response, page.t("worklist.view.too-many", SavedViews.MOST));
        }
        return to(address.path());
    }

    @PostMapping("/desk/views/{id}/removal")
    ResponseEntity<Void> remove(@PathVariable long id, @RequestParam(defaultValue = "") String from, Page page) {
        views.remove(page.reader().account(), id);
        return to(ListAddress.parse(from).path());
    }

    private static ResponseEntity<Void> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", path)
                .build();
    }
}
