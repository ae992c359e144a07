package org.huiyin.mechanism;

import java.util.ArrayList;
import java.util.List;
import org.huiyin.frame.HomeCards;
import org.huiyin.frame.Page;
import org.huiyin.register.Registers;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Walls on the first page, and where enterprises find each other. */
@Component
@Order(20)
class HomeWalls implements HomeCards {

    private final MechanismPages pages;
    private final Registers registers;

    HomeWalls(MechanismPages pages, Registers registers) {
        this.pages = pages;
        this.registers = registers;
    }

    @Override
    public List<Card> of(Page page) {
        List<Card> cards = new ArrayList<>();
        pages.walls()
                .forEach((programme, wall) ->
                        cards.add(new Card(WallViews.path(programme), page.t(wall.title()), page.t(wall.lead()))));
        if (registers.find(Offers.REGISTER).isPresent()) {
            cards.add(new Card("/board/matching", page.t("mechanism.matching"), page.t("mechanism.matching.lead")));
        }
        return cards;
    }
}
