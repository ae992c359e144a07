package org.huiyin.translog;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JcsTest {

    /** RFC 8785, appendix B. */
    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "ffefffffffffffff, -1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "c340000000000000, -9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef4f, 999999999999999900000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555553, 333333333.3333332",
        "41b3de4355555554, 333333333.33333325",
        "41b3de4355555555, 333333333.3333333",
        "41b3de4355555556, 333333333.3333334",
        "41b3de4355555557, 333333333.33333343",
        "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2",
    })
    void numbers_are_written_as_the_standard_shows(String bits, String written) {
        assertThat(Jcs.number(Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16))))
                .isEqualTo(written);
    }

    /** RFC 8785, section 3.2.3: members sort by UTF-16, not by code point. */
    @Test
    void members_are_sorted_as_the_standard_shows() {
        Map<String, Object> members = Map.of(
                "\u20ac",
                "Euro Sign",
                "\r",
                "Carriage Return",
                "\ufb33",
                "Hebrew Letter Dalet With Dagesh",
                "1",
                "One",
                "\ud83d\ude00",
                "Emoji: Grinning Face",
                "\u0080",
                "Control",
                "\u00f6",
                "Latin Small Letter O With Diaeresis");

        assertThat(Jcs.of(members))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                        + "\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    @Test
    void texts_escape_only_what_must_be() {
        assertThat(Jcs.of("路\"面\\\n\t\b\f\r\u000f/\u2028")).isEqualTo("\"路\\\"面\\\\\\n\\t\\b\\f\\r\\u000f/\u2028\"");
    }

    @Test
    void what_no_double_holds_is_a_text() {
        assertThat(Jcs.of(List.of(
                        9007199254740991L,
                        9007199254740993L,
                        new BigDecimal("1.50"),
                        new BigDecimal("0.12345678901234567890"))))
                .isEqualTo("[9007199254740991,\"9007199254740993\",1.5,\"0.1234567890123456789\"]");
    }
}
