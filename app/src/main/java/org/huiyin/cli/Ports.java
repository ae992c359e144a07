package org.huiyin.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** The port pages are served at. */
final class Ports {

    private Ports() {}

    /** Refuses a taken port at once, before seconds are spent on starting. */
    static void refuseTaken(String address, int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
        } catch (IOException e) {
            throw new CannotRun(taken(port));
        }
    }

    static String taken(int port) {
        return "Port " + port + " is taken by another program; stop it or choose another with --port";
    }
}
