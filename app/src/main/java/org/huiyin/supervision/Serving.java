package org.huiyin.supervision;

import java.time.Instant;
import java.util.Locale;
import org.huiyin.frame.Formats;
import org.huiyin.privacy.Masking;

/**
 * An instrument about to be served.
 *
 * @param unit on whom: the lead
 * @param by who signs it
 * @param reason in a person's words, with what identifies anybody masked
 */
record Serving(Occasion occasion, Rung rung, int unit, By by, String reason) {

    Serving {
        // the unit complained of may be the one that reads it
        reason = Masking.mask(reason);
    }

    /** Who signs: a person at a post, or Huiyin in the name of the dispatching office, with account and post 0. */
    record By(long account, long post, int unit) {

        static By machine(int office) {
            return new By(0, 0, office);
        }
    }

    /** Its number in one language. */
    String number(int year, int number, Locale locale) {
        return rung.number()
                .in(locale)
                .replace("{year}", Integer.toString(year))
                .replace("{n}", Integer.toString(number));
    }

    /** What it says in one language; units are named as the reader calls them. */
    String text(String number, String unitName, String issuerName, Instant answerBy, Instant now, Locale locale) {
        Formats formats = new Formats(locale, now);
        return rung.text()
                .in(locale)
                .replace("{number}", number)
                .replace("{unit}", unitName)
                .replace("{issuer}", issuerName)
                .replace("{matter}", occasion.number().toString())
                .replace("{due}", formats.time(occasion.due()))
                .replace("{answer-by}", formats.time(answerBy))
                // what people wrote comes last, so that a gap in their words stays what they wrote
                .replace("{reason}", reason)
                .replace("{title}", occasion.title())
                .strip();
    }
}
