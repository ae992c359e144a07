package org.huiyin.worklist;

import java.util.List;
import org.huiyin.track.Moment;

/**
 * A paper about a matter, as it is printed and as Word has it.
 *
 * @param name of its kind in addresses: order or answer
 * @param facts what stands in its table
 * @param paragraphs what stands beneath, one each
 * @param issuer who signs it
 * @param date the day of the step it is about
 */
public record OfficePaper(
        String name,
        String title,
        String number,
        List<Moment.Fact> facts,
        List<String> paragraphs,
        String issuer,
        String date) {

    public String path() {
        return "/desk/matters/" + number + "/papers/" + name;
    }
}
