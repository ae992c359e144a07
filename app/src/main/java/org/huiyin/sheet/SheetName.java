package org.huiyin.sheet;

/** The name of a sheet and of a file, made from a title: what neither may hold is left out. */
public final class SheetName {

    private static final int LONGEST = 31;

    private SheetName() {}

    /** At most 31 characters, none of those Excel forbids. */
    public static String of(String title) {
        String name = title.replaceAll("[\\\\/?*\\[\\]:\\p{Cntrl}]", " ")
                .replaceAll("^'+|'+$", "")
                .strip();
        String short31 = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
        return short31.isEmpty() ? "Sheet" : short31;
    }

    static String ofFile(String title) {
        String name = title.replaceAll("[\\\\/?*\\[\\]:<>|\"\\p{Cntrl}]", " ")
                .replaceAll("\\s+", " ")
                .strip();
        return name.length() > 80 ? name.substring(0, 80) : name;
    }
}
