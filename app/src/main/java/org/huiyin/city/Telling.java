package org.huiyin.city;

import java.time.Instant;
import java.util.function.Consumer;

/**
 * How the story is to be told.
 *
 * @param clock moves the application's clock along; stands at the present again afterwards
 */
public record Telling(Portion portion, Consumer<Instant> clock, Progress progress) {}
