SELECT total FROM mobility.gold.Busy_Days;
