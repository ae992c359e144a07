package org.huiyin.register;

import java.util.Map;

/**
 * An entry as a table shows it.
 *
 * @param values what this reader may see of it; a sealed name is opened, nothing else that is sealed
 * @param parent the number it belongs to; "" for none
 */
record SheetRow(Entry entry, Map<String, Object> values, String parent) {}
