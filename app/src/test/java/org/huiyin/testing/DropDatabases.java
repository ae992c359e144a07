package org.huiyin.testing;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Drops the databases of a test class when it ends; registered for every class by META-INF/services. */
public final class DropDatabases implements AfterAllCallback {

    @Override
    public void afterAll(ExtensionContext context) {
        var nested = context.getRequiredTestClass().getEnclosingClass() != null;
        if (!nested) {
            TestDatabase.dropAll();
        }
    }
}
