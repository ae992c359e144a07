package org.huiyin.programme;

import java.util.List;

/** One field that is missing or wrong; {@code slug} names the message, {@code args} fill it. */
public record FieldError(String field, String slug, List<Object> args) {}
