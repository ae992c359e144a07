/**
 * Open311 GeoReport v2: the services a city offers, requests raised by applications of others, and the public requests, as JSON and XML.
 *
 * <p>A service is a category of a programme that is open to residents; what is posted goes through the same form and the same Desk as any
 * matter. Only what is public is told.
 */
@NullMarked
package org.huiyin.open311;

import org.jspecify.annotations.NullMarked;
