package org.huiyin.sample;

import java.time.YearMonth;

/**
 * How far a month's sample is.
 *
 * @param drawn how many matters the lot chose
 * @param good concluded: raisers reached or unwilling, answers found true
 * @param bad looked back at and found untrue
 * @param gone left without a result: called in vain often enough, reopened by others before anybody looked, or out of time
 * @param left still to be done
 */
public record SampleProgress(YearMonth month, int drawn, int good, int bad, int gone, int left) {

    /** In how many hundredths it is done. */
    public int percent() {
        return drawn == 0 ? 100 : Math.floorDiv((drawn - left) * 100, drawn);
    }
}
