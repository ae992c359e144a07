package org.huiyin.mechanism;

import gg.jte.Content;
import java.util.List;

/** One entry of a register as whoever it tells of finds it. */
public record OwnView(String name, String one, String number, String place, List<Content> parts) {}
