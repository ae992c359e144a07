package org.huiyin.replay;

import java.util.List;

/**
 * What came of a replay.
 *
 * @param matters how many of the file's records now stand as matters
 * @param steps how many steps these matters have taken in all
 * @param fresh how many of the steps were taken just now; 0 when an earlier replay had taken them all
 * @param onTime by Huiyin's clocks
 * @param fileOnTime by the file alone
 */
public record Replayed(
        long matters,
        long steps,
        long fresh,
        List<RefusedStep> refused,
        Rate onTime,
        Rate fileOnTime,
        Conservation conservation) {}
