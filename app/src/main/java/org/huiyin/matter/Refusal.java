package org.huiyin.matter;

import java.util.List;
import org.huiyin.programme.FieldError;
import org.huiyin.programme.Text;

/** Why the rules say no. Each has a stable slug, a page at {@code /problems/{slug}} and its own words. */
public sealed interface Refusal {

    /** The stable name of this refusal. */
    String slug();

    /** The programme has no such step. */
    record UnknownStep(String step) implements Refusal {
        @Override
        public String slug() {
            return "unknown-step";
        }
    }

    /** The programme is unknown or not in force. */
    record UnknownProgramme(String programme) implements Refusal {
        @Override
        public String slug() {
            return "unknown-programme";
        }
    }

    /** The matter is not in a state from which this step may be taken. */
    record WrongState(String step, String state) implements Refusal {
        @Override
        public String slug() {
            return "wrong-state";
        }
    }

    /** The time in which this step could be taken is over. */
    record WindowClosed(Text text) implements Refusal {
        @Override
        public String slug() {
            return "window-closed";
        }
    }

    /** A condition of the programme does not hold. */
    record GuardFailed(String slug, Text text) implements Refusal {}

    /** Some fields are missing or wrong; every one is listed. */
    record BadFields(List<FieldError> errors) implements Refusal {
        @Override
        public String slug() {
            return "bad-fields";
        }
    }

    /** The step needs more attachments. */
    record EvidenceMissing(int needed) implements Refusal {
        @Override
        public String slug() {
            return "evidence-missing";
        }
    }

    /** The matter cannot be merged into that one. */
    record MergeTarget(Why why) implements Refusal {

        /** What is wrong with the target. */
        public enum Why {
            UNKNOWN,
            ITSELF,
            OTHER_PROGRAMME,
            ENDED,
            MERGED_ITSELF,
            HAS_MERGED,
            /** The answer to a confidential matter would reach the board with a public one. */
            CONFIDENTIAL
        }

        @Override
        public String slug() {
            return "merge-target";
        }
    }

    /** The time it is said to have occurred at cannot be. */
    record BadTime(Why why) implements Refusal {

        /** What is wrong with the time. */
        public enum Why {
            NOT_AN_IMPORT,
            FUTURE,
            BEFORE_LAST_STEP,
            OUT_OF_RANGE
        }

        @Override
        public String slug() {
            return "bad-time";
        }
    }

    /** The idempotency key was used for another step. */
    record KeyReused(String step) implements Refusal {
        @Override
        public String slug() {
            return "key-reused";
        }
    }
}
