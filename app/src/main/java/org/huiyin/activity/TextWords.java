package org.huiyin.activity;

import java.time.Instant;
import java.util.Locale;
import org.huiyin.frame.Formats;
import org.huiyin.frame.Texts;
import org.springframework.stereotype.Component;

/** What short messages say, in Chinese: nobody told us another language with their telephone. */
@Component
class TextWords {

    private final Texts texts;

    TextWords(Texts texts) {
        this.texts = texts;
    }

    String of(String kind, Plan plan, Instant starts, Instant now) {
        Formats formats = new Formats(Locale.CHINESE, now);
        return texts.pattern(Locale.CHINESE, "activity.text." + kind)
                .replace("{0}", plan.title())
                .replace("{1}", formats.time(starts))
                .replace("{2}", plan.where());
    }

    String code(String code, int minutes) {
        return texts.pattern(Locale.CHINESE, "activity.text.code")
                .replace("{0}", code)
                .replace("{1}", Integer.toString(minutes));
    }
}
