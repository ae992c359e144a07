package org.huiyin.register;

import org.huiyin.sheet.SheetIntake;
import org.huiyin.sheet.SheetList;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.core.env.Environment;

/** Gives each register its table that goes out and the one that comes in. */
final class RegisterSheets implements BeanRegistrar {

    @Override
    public void register(BeanRegistry registry, Environment environment) {
        for (Register register : RegisterReader.packaged().all()) {
            registry.registerBean(
                    "registerSheet-" + register.name(),
                    SheetList.class,
                    spec -> spec.supplier(context -> new RegisterSheet(
                            register,
                            context.bean(Entries.class),
                            context.bean(SheetColumns.class),
                            context.bean(Registers.class))));
            registry.registerBean(
                    "registerTable-" + register.name(),
                    SheetIntake.class,
                    spec -> spec.supplier(context -> new RegisterTable(register, context.bean(SheetDesk.class))));
        }
    }
}
