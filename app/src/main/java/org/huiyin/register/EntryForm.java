package org.huiyin.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.huiyin.programme.Field;
import org.huiyin.programme.Form;
import org.huiyin.programme.Text;
import org.jspecify.annotations.Nullable;

/** The forms by which entries are entered, changed and ended: what every register asks for, and the fields of its own. */
public final class EntryForm {

    public static final String ON = "on";
    public static final String PLACE = "place";
    public static final String UNIT = "unit";
    public static final String PARENT = "parent";
    public static final String LOGIN = "login";
    public static final String REASON = "reason";
    public static final String NOTE = "note";

    /** Names no definition may use for a field. */
    static final Set<String> OWN =
            Set.of(ON, PLACE, UNIT, PARENT, LOGIN, REASON, NOTE, "key", "version", "number", "id");

    private static final long LONGEST_NOTE = 500;

    private EntryForm() {}

    /** Everything an entry is made of, in the order of pages, tables and programs. */
    public static Form whole(Register register) {
        List<Field> fields = new ArrayList<>(register.form().fields());
        if (!register.parents().isEmpty()) {
            fields.add(field(
                    PARENT,
                    new Text("所属", "Belongs to"),
                    new Text("写编号，如 " + "DZ-12", "A number, such as DZ-12"),
                    Field.Type.TEXT,
                    register.parentNeeded()));
        }
        fields.add(field(PLACE, new Text("所在地", "Place"), null, Field.Type.PLACE, true));
        fields.add(field(UNIT, new Text("管理单位", "Kept by"), null, Field.Type.UNIT, true));
        if (register.people()) {
            fields.add(field(
                    LOGIN,
                    new Text("登录名", "Sign-in name"),
                    new Text("本人登录后可看到自己的页面", "Signed in, they see their own page"),
                    Field.Type.TEXT,
                    false));
        }
        fields.add(day(new Text("起始日期", "Since")));
        return new Form(fields);
    }

    /** Why an entry ends, and since when. */
    public static Form exit(Register register) {
        return new Form(List.of(
                new Field(
                        REASON,
                        new Text("退出原因", "Why it ends"),
                        null,
                        Field.Type.CHOICE,
                        true,
                        null,
                        null,
                        register.exits().entrySet().stream()
                                .map(one -> new Field.Choice(one.getKey(), one.getValue()))
                                .toList(),
                        Field.Seen.HANDLERS,
                        false),
                day(new Text("退出日期", "Since")),
                note()));
    }

    /** Taking an ended entry in again, or finding one to have been a mistake. */
    public static Form noted() {
        return new Form(List.of(day(new Text("日期", "Day")), note()));
    }

    private static Field note() {
        return new Field(
                NOTE,
                new Text("说明", "Note"),
                null,
                Field.Type.LONG_TEXT,
                false,
                null,
                LONGEST_NOTE,
                List.of(),
                Field.Seen.HANDLERS,
                false);
    }

    /** Facts from tomorrow are refused. */
    private static Field day(Text title) {
        return new Field(ON, title, null, Field.Type.DATE, true, null, 0L, List.of(), Field.Seen.HANDLERS, false);
    }

    private static Field field(String name, Text title, @Nullable Text hint, Field.Type type, boolean required) {
        return new Field(name, title, hint, type, required, null, null, List.of(), Field.Seen.HANDLERS, false);
    }
}
