{{ config(materialized='table') }}
{# a comment; with a ' in it #}
{% set columns = ["a"] %}
SELECT '{{ var("a") }}', "${b}x", :limit, a::int, m:path FROM {{ ref('orders') }} JOIN ${catalog}.gold.customers ON a = :p;
CREATE TABLE ${catalog}.gold.t_${env} (id INT COMMENT 'the ${key}') TBLPROPERTIES ('${k}' = 'v', 'a' = '{{ var('b') }}');
/* {{ nothing here */ SELECT 1; -- ${nothing}
{{ grants_of_the_team() }}
