package org.huiyin.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingTest {

    @ParameterizedTest
    @CsvSource({
        "电话13812345678请联系, 电话138******78请联系",
        "电话１３８１２３４５６７８。, 电话138******78。",
        "138.1234.5678找我, 138********78找我",
        "身份证421002199001011234, 身份证421*************34",
        "我叫张三是业主, 我叫张**业主",
        "住3栋2单元501室, 住**栋**单元**室",
        "车牌鄂D12345挡路, 车牌鄂D*****挡路",
        "写信到a.b@example.com, 写信到***@***",
        "路灯坏了15天, 路灯坏了15天"
    })
    void what_identifies_a_person_is_masked_and_nothing_else(String written, String shown) {
        assertThat(Masking.mask(written)).isEqualTo(shown);
    }
}
