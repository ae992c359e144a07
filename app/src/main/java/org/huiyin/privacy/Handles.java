package org.huiyin.privacy;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mail addresses, and ids of messengers after the word that says so. */
final class Handles {

    private static final Pattern EMAIL = Pattern.compile(
            "(?=[A-Za-z0-9])(?<![\\w.+-])[A-Za-z0-9][\\w.+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,32}){1,4}");
    private static final Pattern WECHAT = Pattern.compile(
            "(?=[微薇VvWw])(?i:微信|薇信|V信|微信号|(?<![A-Za-z])(?:VX|WX|WeChat))(?!公众号|小程序)(?:群|号码|号|账号|帐号|ID|名)?[是为:： ]{0,4}[(（]?((?i:[A-Z][-_A-Z0-9]{5,19})|[1-9]\\d{5,11})(?![A-Za-z0-9_-])");
    private static final Pattern QQ = Pattern.compile(
            "(?=[Qq扣企])(?i:(?<![A-Za-z])QQ|扣扣|企鹅号)(?:群|号码|号|群号|账号|帐号)?[是为:： ]{0,4}[(（]?([1-9]\\d{4,11})(?![0-9])");

    private Handles() {}

    static void find(String text, List<Finding> found) {
        for (Matcher m = EMAIL.matcher(text); m.find(); ) {
            found.add(new Finding(Kind.EMAIL, m.start(), m.end()));
        }
        for (Pattern pattern : List.of(WECHAT, QQ)) {
            for (Matcher m = pattern.matcher(text); m.find(); ) {
                found.add(new Finding(Kind.ACCOUNT, m.start(1), m.end(1)));
            }
        }
    }
}
