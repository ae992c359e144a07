package org.huiyin.matter;

/** Opens the core to the towns of other tests. */
public final class MatterFixture {

    private MatterFixture() {}

    public static MatterLookup lookup(Desk.Equipment equipment) {
        return new MatterLookup(equipment);
    }
}
