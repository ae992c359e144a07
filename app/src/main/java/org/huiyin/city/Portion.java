package org.huiyin.city;

/**
 * How much of the story is told; it is always the same story.
 *
 * @param places the beginning of the codes of the places it is mostly told of
 * @param oneIn of so many matters there one is told
 * @param elsewhere of so many matters in other places one is told
 */
public record Portion(String places, int oneIn, int elsewhere) {

    public static final Portion WHOLE = new Portion("4210", 1, 1);

    boolean holds(String place, int number) {
        return number % (place.startsWith(places) ? oneIn : elsewhere) == 0;
    }
}
