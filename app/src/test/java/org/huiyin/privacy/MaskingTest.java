package org.huiyin.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            电话13812345678请联系 | 电话138******78请联系
            电话１３８１２３４５６７８。 | 电话１３８******７８。
            138.1234.5678找我 | 138.****.**78找我
            座机0716-8123456 | 座机0716-*****56
            身份证421002199001011239 | 身份证421*************39
            卡号6222 0212 3456 7890 128 | 卡号6222 **** **** ***0 128
            我叫张三是业主 | 我叫张*是业主
            法定代表人：欧阳小芳，女 | 法定代表人：欧阳**，女
            住3栋2单元501室 | 住*栋*单元***室
            车牌鄂D12345挡路 | 车牌鄂D*****挡路
            写信到a.b@example.com | 写信到***@***********
            加微信：huiyin_2022谈 | 加微信：***********谈
            路灯坏了15天，5栋楼都黑着 | 路灯坏了15天，5栋楼都黑着
            """)
    void what_identifies_a_person_is_blanked_sign_for_sign_and_nothing_else(String written, String shown) {
        assertThat(Masking.mask(written)).isEqualTo(shown);
    }

    @Test
    void what_a_person_decided_goes_before_what_was_detected() {
        String text = "我叫王小明，去找胡同口的老李。";
        Correction released = new Correction(true, 2, 5);
        Correction marked = new Correction(false, 12, 14);

        assertThat(Masking.mask(text, Set.of(), List.of(released, marked))).isEqualTo("我叫王小明，去找胡同口的**。");
        assertThat(Masking.mask(text, Set.of(), List.of(marked, new Correction(true, 12, 14), released)))
                .isEqualTo(text);
    }

    @Test
    void a_kind_may_be_spared() {
        String text = "请致电市城管局0716-8123456，或找13812345678。";

        assertThat(Masking.mask(text, Set.of(Kind.LANDLINE), List.of()))
                .isEqualTo("请致电市城管局0716-8123456，或找138******78。");
    }
}
