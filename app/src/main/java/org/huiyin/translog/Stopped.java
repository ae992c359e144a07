package org.huiyin.translog;

/** The log signs nothing more until somebody decides what to do; its sentence says why. */
public final class Stopped extends RuntimeException {

    private static final long serialVersionUID = 1;

    Stopped(String why) {
        super(why);
    }
}
