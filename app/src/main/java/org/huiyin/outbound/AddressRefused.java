package org.huiyin.outbound;

import java.net.UnknownHostException;

/** A name leads to a machine Huiyin does not call. */
final class AddressRefused extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    AddressRefused(String host) {
        super(host + " leads to an address that is not called");
    }
}
