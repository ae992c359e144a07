/**
 * What all addresses of the JSON API share: how bodies are read, how lists are paged, which addresses stand open, and the description of all
 * of it as OpenAPI. The addresses themselves belong to the features.
 */
@NullMarked
package org.huiyin.api;

import org.jspecify.annotations.NullMarked;
