package org.huiyin.sample;

import org.huiyin.frame.Page;
import org.huiyin.worklist.RailLink;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The callback desk in the rail, with how many are to be called. */
@Component
@Order(20)
class CallbacksLink implements RailLink {

    private static final int MOST = 100;

    private final Callbacks callbacks;

    CallbacksLink(Callbacks callbacks) {
        this.callbacks = callbacks;
    }

    @Override
    public boolean shown(Page page) {
        return Callbacks.calls(page.reader());
    }

    @Override
    public String path() {
        return "/desk/callbacks";
    }

    @Override
    public String title(Page page) {
        return page.t("sample.callbacks");
    }

    @Override
    public int waiting(Page page) {
        return callbacks.waiting(page.reader(), After.START, MOST).size();
    }
}
