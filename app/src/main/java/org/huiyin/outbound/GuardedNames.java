package org.huiyin.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves names for the client that then connects to exactly the addresses given out, so that a name cannot lead elsewhere between look and
 * leap. One address that is not called makes the whole name one that is not called.
 *
 * @param allowed networks inside that are called all the same
 * @param openToo whether the open Internet is called
 * @param names whoever knows the addresses of names; it is asked anew for every connection, and only its last answer counts
 */
record GuardedNames(List<Network> allowed, boolean openToo, DnsResolver names) implements DnsResolver {

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = names.resolve(host);
        for (InetAddress address : found) {
            if (!called(address)) {
                throw new AddressRefused(host);
            }
        }
        return found;
    }

    private boolean called(InetAddress address) {
        return (openToo && Network.open(address)) || allowed.stream().anyMatch(network -> network.holds(address));
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
