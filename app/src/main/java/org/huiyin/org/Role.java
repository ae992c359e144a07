package org.huiyin.org;

/** What a post may do at all; where and for whom is its reach. */
public enum Role {
    RESIDENT,
    GRID_WORKER,
    DISPATCHER,
    HANDLER,
    UNIT_HEAD,
    SUPERVISOR,
    /** Answers for the city or a county: reads figures and matters, takes no step on them. */
    LEADER,
    ADMIN,
    /** The import post: may say that a step occurred in the past. */
    IMPORTER,
    /** Huiyin itself. */
    SYSTEM
}
