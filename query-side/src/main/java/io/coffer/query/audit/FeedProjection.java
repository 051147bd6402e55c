package io.coffer.query.audit;

import static io.coffer.query.kernel.Columns.Type.BIGINT;
import static io.coffer.query.kernel.Columns.Type.TEXT;

import io.coffer.query.kernel.Booked;
import io.coffer.query.kernel.Columns;
import io.coffer.query.kernel.Projection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Where the events of each tenant are. It stops rather than leave one out: a reader never comes back for it. */
class FeedProjection implements Projection {

    static final String NAME = "feed";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean concerns(String aggregateId) {
        return true;
    }

    @Override
    public boolean parks() {
        return false;
    }

    @Override
    public void apply(List<Booked> events, JdbcTemplate rows) {
        var positions = new Columns(TEXT, BIGINT);
        events.forEach(booked -> booked.event()
                .source()
                .owner()
                .asTenant()
                .ifPresent(tenant -> positions.add(tenant.value(), booked.position())));
        positions.append(rows, "feed");
    }
}
