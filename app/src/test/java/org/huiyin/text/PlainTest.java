package org.huiyin.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTest {

    @Test
    void two_spellings_of_the_same_words_come_out_alike() {
        assertThat(Plain.of("ＡＢ１２号 楼\u200B　\n路灯")).isEqualTo("ab12号楼路灯");
        assertThat(Plain.of("")).isEmpty();
    }

    @Test
    void half_a_character_is_left_out_and_a_whole_one_beyond_the_first_plane_stays() {
        assertThat(Plain.of("路\uD83D灯")).isEqualTo("路灯");
        assertThat(Plain.of("𠮷")).isEqualTo("𠮷");
    }

    @Test
    void words_are_cut_as_people_would() {
        assertThat(new Words().of("小区的路灯坏了")).contains("小区", "路灯");
    }
}
