package org.huiyin.sheet;

import java.util.Map;
import org.huiyin.frame.Page;
import org.huiyin.org.Actor;

/** A list that can be taken along as a file. A feature declares one for each of its lists; the page of the list offers it by its name. */
public interface SheetList {

    /** How addresses and the command line call it: {@code desk}. */
    String name();

    /** Whether this reader has such a list at all; which rows are in it is the list's own business. */
    boolean open(Actor reader);

    /**
     * The list as the page with these parameters in its address shows it, every row of it. Called and read in one transaction that sees the
     * database as it stood at one instant.
     */
    Listing<?> listing(Page page, Map<String, String> parameters);
}
