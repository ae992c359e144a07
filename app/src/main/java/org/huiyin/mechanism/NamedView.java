package org.huiyin.mechanism;

/**
 * An entry a matter names.
 *
 * @param name "" for whoever may not read it
 * @param path "" for whoever may not read it
 */
public record NamedView(String one, String label, String name, String path) {}
