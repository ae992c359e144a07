package org.huiyin.notice;

/** Whether messages also go out by e-mail; the mail module says so and sends them. */
public interface Forwarding {

    boolean on();
}
