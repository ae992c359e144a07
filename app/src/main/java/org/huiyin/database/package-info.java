/** PostgreSQL: a cluster of our own for demonstrations and tests, the operator's for service; reaching and migrating either. */
@NullMarked
package org.huiyin.database;

import org.jspecify.annotations.NullMarked;
