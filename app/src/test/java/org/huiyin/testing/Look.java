package org.huiyin.testing;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;
import java.util.stream.Stream;

/** How a reader sees a page: on what, in which language, by day or by night. */
public record Look(Device device, String language, ColorScheme scheme) {

    public static final Look PHONE = new Look(Device.PHONE, "zh", ColorScheme.LIGHT);
    public static final Look DESK = new Look(Device.DESK, "zh", ColorScheme.LIGHT);

    /** What the reader holds. */
    public enum Device {
        PHONE(360, 740),
        DESK(1366, 768);

        private final int width;
        private final int height;

        Device(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    public Look in(String otherLanguage) {
        return new Look(device, otherLanguage, scheme);
    }

    public Look dark() {
        return new Look(device, language, ColorScheme.DARK);
    }

    /** All that matter: four of the eight there are, so chosen that every two of device, language and scheme meet in one. */
    public static Stream<Look> all() {
        return Stream.of(DESK, DESK.in("en").dark(), PHONE.dark(), PHONE.in("en"));
    }

    NewContextOptions options() {
        var phone = device == Device.PHONE;
        return new NewContextOptions()
                .setViewportSize(device.width, device.height)
                .setHasTouch(phone)
                .setIsMobile(phone)
                .setDeviceScaleFactor(phone ? 2 : 1)
                .setLocale(language.equals("zh") ? "zh-CN" : "en-GB")
                .setTimezoneId("Asia/Shanghai")
                .setColorScheme(scheme);
    }

    /** As in {@code board-phone-zh-dark}. */
    @Override
    public String toString() {
        return String.join("-", device.name(), language, scheme.name()).toLowerCase(Locale.ROOT);
    }
}
