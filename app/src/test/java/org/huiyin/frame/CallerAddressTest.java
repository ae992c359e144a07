package org.huiyin.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CallerAddressTest {

    @Test
    void a_household_with_many_addresses_counts_as_one() {
        assertThat(CallerAddress.counted("2001:db8:1:2:3:4:5:6"))
                .isEqualTo(CallerAddress.counted("2001:db8:1:2:9:9:9:9"));
        assertThat(CallerAddress.counted("2001:db8:1:3:3:4:5:6"))
                .isNotEqualTo(CallerAddress.counted("2001:db8:1:2:3:4:5:6"));
    }

    @Test
    void an_address_of_four_numbers_counts_by_itself() {
        assertThat(CallerAddress.counted("203.0.113.7")).isEqualTo("203.0.113.7");
    }
}
