package org.huiyin.evidence;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.frame.Said;
import org.huiyin.org.Role;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where staff who see a picture whole draw boxes over what nobody else should recognise: a face, a door, a number plate. */
@Controller
class BlurPage {

    private static final Set<Role> DRAW =
            EnumSet.of(Role.DISPATCHER, Role.SUPERVISOR, Role.HANDLER, Role.UNIT_HEAD, Role.GRID_WORKER);
    /** Rows for new boxes, for those who draw without a script. */
    private static final int MORE = 3;

    private final StaticTemplates templates = new StaticTemplates();
    private final Attachments attachments;
    private final List<MayRead> readers;
    private final Blurs blurs;

    BlurPage(Attachments attachments, ObjectProvider<MayRead> readers, Blurs blurs) {
        this.attachments = attachments;
        this.readers = readers.orderedStream().toList();
        this.blurs = blurs;
    }

    @GetMapping("/desk/attachments/{id}/blur")
    JteModel show(@PathVariable String id, Page page, HttpServletRequest request) {
        Attachment picture = picture(id, page, request);
        List<Box> boxes = blurs.boxes(picture.id());
        int rows = Math.min(Box.MOST, boxes.size() + MORE);
        return templates.evidenceBlur(page, picture, boxes, rows);
    }

    @PostMapping("/desk/attachments/{id}/blur")
    ResponseEntity<Void> draw(
            @PathVariable String id,
            @RequestParam(defaultValue = "") List<String> left,
            @RequestParam(defaultValue = "") List<String> top,
            @RequestParam(defaultValue = "") List<String> width,
            @RequestParam(defaultValue = "") List<String> height,
            Page page,
            HttpServletRequest request,
            HttpServletResponse response) {
        Attachment picture = picture(id, page, request);
        List<Box> boxes = new ArrayList<>();
        int rows = left.size();
        if (rows > Box.MOST || top.size() != rows || width.size() != rows || height.size() != rows) {
            throw wrong();
        }
        for (int i = 0; i < rows; i++) {
            if (!(left.get(i) + top.get(i) + width.get(i) + height.get(i)).isBlank()) {
                boxes.add(box(left.get(i), top.get(i), width.get(i), height.get(i)));
            }
        }
        blurs.put(picture, boxes, page.reader());
        Said.next(response, page.t(boxes.isEmpty() ? "evidence.blur.gone" : "evidence.blur.done", boxes.size()));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", "/desk/attachments/" + picture.id() + "/blur")
                .build();
    }

    Attachment picture(String id, Page page, HttpServletRequest request) {
        return Attachments.id(id)
                .flatMap(attachments::find)
                .filter(Attachment::image)
                .filter(found ->
                        page.reader().staff() && DRAW.contains(page.reader().role()))
                .filter(found -> attachments.uses(found.id()).stream()
                        .anyMatch(use -> readers.stream()
                                .anyMatch(one ->
                                        one.sight(page.reader(), request, use.matter(), use.step()) == Sight.WHOLE)))
                .orElseThrow(() -> new ProblemException(Problem.of("not-found", 404)));
    }

    /** In hundredths with one place after the point, as the form says them. */
    private static Box box(String left, String top, String width, String height) {
        try {
            return new Box(thousandths(left), thousandths(top), thousandths(width), thousandths(height));
        } catch (IllegalArgumentException e) {
            throw wrong();
        }
    }

    private static int thousandths(String percent) {
        if (!percent.strip().matches("[0-9]{1,3}([.][0-9]{1,3})?")) {
            throw new IllegalArgumentException(percent);
        }
        return (int) Math.round(Double.parseDouble(percent.strip()) * 10);
    }

    static ProblemException wrong() {
        return new ProblemException(Problem.of("box-outside", 422, Box.MOST));
    }
}
